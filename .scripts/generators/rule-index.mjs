import '../generate-rule-index.mjs';

module.exports = {}; // Stands in for react-devtools-core, which a bundle never loads.

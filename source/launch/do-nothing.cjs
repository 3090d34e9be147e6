module.exports = function () {}; // Stands in for restore-cursor.

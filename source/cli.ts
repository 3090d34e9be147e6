console.log('scribery');

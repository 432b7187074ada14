import words from './words.json' with { type: 'json' };

export { words };

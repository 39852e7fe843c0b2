export default { layout: 'butir.11ty.mjs' };

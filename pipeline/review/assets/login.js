// A link into the review app stands behind the address's #: the login is sent with it, and browsers keep it over the way back.
const form = document.querySelector('form');
form.addEventListener('submit', () => { form.action = `login${location.search}${location.hash}`; });

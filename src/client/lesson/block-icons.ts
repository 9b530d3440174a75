import { element } from '#client/phone/element.ts';
import look from './block-icons.css?url';

// The icons of blocks. What is seen first does without, so they come once their reader goes on.
const bring = () => document.head.append(element('link', { rel: 'stylesheet', href: look }));
addEventListener('scroll', bring, { once: true });

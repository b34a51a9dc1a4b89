/// What is enclosed in a notice (附件): pictures and documents, each judged by its content before it is kept.
@NullMarked
package org.linli.notices.enclosures;

import org.jspecify.annotations.NullMarked;

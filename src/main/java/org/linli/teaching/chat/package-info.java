/// Teaching by writing in a group.
@NullMarked
package org.linli.teaching.chat;

import org.jspecify.annotations.NullMarked;

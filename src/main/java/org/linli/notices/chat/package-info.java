/// What residents say about notices in a talk: that they got one, that they want no more.
@NullMarked
package org.linli.notices.chat;

import org.jspecify.annotations.NullMarked;

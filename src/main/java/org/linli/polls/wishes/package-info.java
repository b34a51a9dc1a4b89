/// What residents do about proposals: wishes that resemble others, and pages of their own.
@NullMarked
package org.linli.polls.wishes;

import org.jspecify.annotations.NullMarked;

/// What staff see of their own account: the password, and where they are signed in.
@NullMarked
package org.linli.web.me;

import org.jspecify.annotations.NullMarked;

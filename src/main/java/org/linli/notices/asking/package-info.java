/// What people ask about notices: which notice says it, who asked, and whether the questions stopped.
@NullMarked
package org.linli.notices.asking;

import org.jspecify.annotations.NullMarked;

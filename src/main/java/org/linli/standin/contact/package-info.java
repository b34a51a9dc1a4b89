/// WeCom's customer groups and internal groups, by the platform's own pages: who is in them, what is sent there.
@NullMarked
package org.linli.standin.contact;

import org.jspecify.annotations.NullMarked;

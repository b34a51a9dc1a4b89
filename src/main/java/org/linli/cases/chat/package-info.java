/// What residents and staff can do with cases by writing.
@NullMarked
package org.linli.cases.chat;

import org.jspecify.annotations.NullMarked;

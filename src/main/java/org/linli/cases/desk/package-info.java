/// What staff arranges for itself at the desk.
@NullMarked
package org.linli.cases.desk;

import org.jspecify.annotations.NullMarked;

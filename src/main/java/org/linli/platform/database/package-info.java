/// Effects: what a decision changes, as data, written together or not at all.
@NullMarked
@NamedInterface("database")
package org.linli.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// Ledgers (台账): the tables a community has to hand in, in the street's own form, and a month in numbers.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "community", "cases", "keys", "polls :: works"})
package org.linli.ledgers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Why who lost has lost, and what would have changed it (为什么落选): found by counting again with the change made, so it
/// is right for every rule.
@NullMarked
package org.linli.polls.explaining;

import org.jspecify.annotations.NullMarked;

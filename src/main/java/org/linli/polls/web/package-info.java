/// The pages on which is asked, voted and read how it went.
@NullMarked
package org.linli.polls.web;

import org.jspecify.annotations.NullMarked;

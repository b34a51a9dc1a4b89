/// The page on which residents propose, support and agree.
@NullMarked
package org.linli.polls.wishes.web;

import org.jspecify.annotations.NullMarked;

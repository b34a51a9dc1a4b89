package org.linli.polls.counting;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/// What properties of counting are tried with, by name.
abstract class GivenElections {

    @Provide
    Arbitrary<Election> approvals() {
        return MadeUpElections.approvals();
    }

    @Provide
    Arbitrary<Election> limited() {
        return MadeUpElections.limited();
    }

    @Provide
    Arbitrary<Election> points() {
        return MadeUpElections.points();
    }

    @Provide
    Arbitrary<Election> rankings() {
        return MadeUpElections.rankings();
    }

    @Provide
    Arbitrary<Rule> budgetRules() {
        return Arbitraries.of(
                Rule.GREEDY, Rule.GREEDY_THRESHOLD, Rule.GREEDY_NO_SKIP, Rule.EQUAL_SHARES, Rule.PHRAGMEN);
    }
}

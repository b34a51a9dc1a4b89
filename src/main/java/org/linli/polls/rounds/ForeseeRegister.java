package org.linli.polls.rounds;

import org.linli.community.StaffMember;
import org.linli.polls.rounds.HoldRound.Declared;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How many voices the register of a round would have if it were drawn up and frozen now. Declares nothing.
@Component
public class ForeseeRegister {

    private final DrawUpRegister register;

    ForeseeRegister(DrawUpRegister register) {
        this.register = register;
    }

    /// Never empty. Whoever has not said an age yet, where one is asked for, is not among them.
    public Mono<Integer> voters(StaffMember by, Declared it) {
        return register.of(HoldRound.round(by, it, 0))
                .map(drawn -> drawn.voters().size());
    }
}

package org.linli.polls.owners;

import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.polls.Poll;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Puts to owners what staff, or a program, has written.
@Service
public class PutToOwners {

    private static final String NOBODY = "NOBODY";

    /// What became of it.
    public sealed interface Asked {

        record Open(Poll poll) implements Asked {}

        /// @param why the field that is wrong, in capitals, or `NOBODY` where no owners are known there
        record Wrong(String why) implements Asked {}
    }

    private final AskOwners ask;

    PutToOwners(AskOwners ask) {
        this.ask = ask;
    }

    /// Never empty. Under the same id again nothing is asked.
    public Mono<Asked> ask(StaffMember by, CommunityMap map, OwnersForm form) {
        return Mono.justOrEmpty(form.trouble(map))
                .<Asked>map(Asked.Wrong::new)
                .switchIfEmpty(Mono.defer(() -> ask.ask(by, form.matter()).map(Asked.Open::new)))
                .defaultIfEmpty(new Asked.Wrong(NOBODY));
    }
}

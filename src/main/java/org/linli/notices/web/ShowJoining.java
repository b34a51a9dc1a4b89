package org.linli.notices.web;

import java.time.Clock;
import java.util.Set;
import org.linli.notices.Notice;
import org.linli.notices.joining.SignUpByPage;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts on the page of a notice that invites whether there is room, and whether its reader comes.
@Component
class ShowJoining {

    /// What may have become of signing up: ends of keys of words.
    private static final Set<String> BECAME = Set.of("comes", "waits", "known", "left", "not_there", "number", "over");

    private final SignUpByPage signUp;
    private final Clock clock;

    ShowJoining(SignUpByPage signUp, Clock clock) {
        this.signUp = signUp;
        this.clock = clock;
    }

    /// @param who    an id that the link has proven; empty: nobody knows
    /// @param joined what just became of it; empty or nonsense: nothing did
    Mono<Void> of(Notice it, String who, String joined, Model model) {
        model.addAttribute("joined", BECAME.contains(joined) ? joined : "");
        var period = it.period();
        boolean over = period != null && period.isOver(clock.instant());
        model.addAttribute("invites", it.invites() != null && it.state() == Notice.State.APPROVED && !over);
        model.addAttribute("most", SignUpByPage.MOST);
        return it.invites() == null || who.isEmpty()
                ? Mono.empty()
                : signUp.seen(it, who)
                        .doOnNext(seen -> model.addAttribute("joining", seen))
                        .then();
    }

    /// The part of an address that keeps the language; empty for Chinese and for what is none.
    static String spoken(String lang) {
        return lang.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})?") ? "&lang=" + lang : "";
    }
}

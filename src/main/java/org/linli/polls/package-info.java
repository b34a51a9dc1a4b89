/// Votes that neighbours believe (投票): what is asked, who may vote, ballots and their counting.
///
/// Who has voted and what was voted are stored apart; [org.linli.polls.Seals] says what joins them, and how long.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "web :: resident",
            "channels",
            "outbox",
            "media",
            "community",
            "community :: choosing",
            "keys",
            "understanding",
            "dialogue",
            "cases"
        })
package org.linli.polls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

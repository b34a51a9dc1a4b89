package org.linli.polls;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.linli.polls.TellVoters.Telling;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// Of what voters are told by itself.
@Configuration(proxyBeanMethods = false)
class WhatVotersAreTold {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration SHORTEST = Duration.ofDays(2);

    private final FindPolls find;
    private final DatabaseClient database;
    private final Clock clock;

    WhatVotersAreTold(FindPolls find, DatabaseClient database, Clock clock) {
        this.find = find;
        this.database = database;
        this.clock = clock;
    }

    /// That they are asked in private, see [AskAudience], with a ballot paper of their own.
    @Bean
    TellVoters tellAudience(WriteToVoters voters) {
        return told(new Telling(
                "tell-audience",
                SOON,
                most -> find.toTell(clock.instant(), most),
                poll -> voters.write(poll, "poll-asked", ""),
                "update polls.polls set told_at = $3 where community_id = $1 and id = $2"));
    }

    /// How what they were asked in private ended, once it is counted: whether or not they voted. Of few ballots nobody
    /// is told how many said what.
    @Bean
    TellVoters tellAudienceResult(WriteToVoters voters, BallotBox box, PollLetters letters) {
        return told(new Telling(
                "tell-audience-result",
                SOON,
                find::toTellResult,
                poll -> result(poll, box, letters)
                        .flatMap(facts -> voters.writeToAll(poll, "poll-asked-result", facts)),
                "update polls.polls set result_told_at = $3 where community_id = $1 and id = $2"));
    }

    /// That they have not voted, a day before a vote closes that lasts two days or more. Staff may remind besides, see
    /// [RemindVoters]; nobody is written to twice within a day.
    @Bean
    TellVoters remindOnLastDay(RemindVoters remind) {
        return told(new Telling(
                "remind-voters",
                Duration.ofMinutes(5),
                most -> find.toRemind(clock.instant(), BEFORE, SHORTEST, most),
                remind::remind,
                "update polls.polls set reminded_at = $3 where community_id = $1 and id = $2"));
    }

    private TellVoters told(Telling telling) {
        return new TellVoters(telling, database, clock);
    }

    private static Mono<Map<String, String>> result(Poll poll, BallotBox box, PollLetters letters) {
        return Mono.zip(box.ballots(poll), box.turnout(poll)).map(found -> {
            var tally = Tally.of(poll.paper(), found.getT1());
            var facts = new HashMap<>(letters.facts(poll));
            facts.putAll(tally.betrays(poll) ? Map.of("bars", "", "first", "") : letters.standing(tally));
            facts.put("few", tally.betrays(poll) ? "yes" : "no");
            facts.put("voted", String.valueOf(found.getT2().voted()));
            facts.put("voters", String.valueOf(found.getT2().voters()));
            return facts;
        });
    }
}

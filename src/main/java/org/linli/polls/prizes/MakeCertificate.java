package org.linli.polls.prizes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.cases.SpokenTime;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.platform.database.CommunityId;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Puts an award into the words of a certificate.
@Component
public class MakeCertificate {

    private final Awards awards;
    private final FindRounds rounds;
    private final FindProposals proposals;
    private final Communities communities;
    private final PollWords words;

    MakeCertificate(
            Awards awards, FindRounds rounds, FindProposals proposals, Communities communities, PollWords words) {
        this.awards = awards;
        this.rounds = rounds;
        this.proposals = proposals;
        this.communities = communities;
        this.words = words;
    }

    /// A PDF. Empty where there is no such award.
    public Mono<byte[]> pdf(CommunityId community, UUID award) {
        return awards.one(community, award)
                .flatMap(it -> Mono.zip(
                                rounds.one(community, it.round()),
                                communities.map(community),
                                proposals
                                        .one(community, it.round(), it.proposal())
                                        .map(Proposal::title)
                                        .defaultIfEmpty(""))
                        .map(found -> of(it, found.getT1(), found.getT2(), found.getT3())))
                .publishOn(Schedulers.boundedElastic())
                .map(CertificatePdf::of);
    }

    private Certificate of(Award it, Round round, CommunityMap map, String project) {
        String prize = words.say("prizes." + it.prize());
        String what = project.isEmpty()
                ? words.say("prizes.certificate.round", round.title(), prize)
                : words.say("prizes.certificate." + it.prize(), round.title(), project, prize);
        var day = LocalDate.ofInstant(it.at(), SpokenTime.ZONE);
        return new Certificate(
                words.say("prizes.certificate.title"),
                List.of(
                        words.say("prizes.certificate.winner", it.winner()),
                        "　　" + what,
                        "　　" + it.reason(),
                        "　　" + words.say("prizes.certificate.end")),
                List.of(
                        map.name(),
                        words.say(
                                "prizes.certificate.day",
                                String.valueOf(day.getYear()),
                                day.getMonthValue(),
                                day.getDayOfMonth())));
    }
}

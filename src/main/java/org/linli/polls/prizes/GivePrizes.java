package org.linli.polls.prizes;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.channels.Address;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.outbox.Letter;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundLetters;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives prizes and tells the winners, both or neither. Given again they are given once.
@Service
public class GivePrizes {

    /// @param to where the winner is told; empty: staff hands over the certificate
    private record Won(Award award, Optional<Address> to) {

        @Override
        public String toString() {
            return "Won[" + award.id() + "]";
        }
    }

    private final FindProposals proposals;
    private final FindWinners winners;
    private final Awards awards;
    private final Residents residents;
    private final CertificateLinks links;
    private final RoundLetters letters;
    private final PollWords words;
    private final Effects effects;
    private final Clock clock;

    GivePrizes(
            FindProposals proposals,
            FindWinners winners,
            Awards awards,
            Residents residents,
            CertificateLinks links,
            RoundLetters letters,
            PollWords words,
            Effects effects,
            Clock clock) {
        this.proposals = proposals;
        this.winners = winners;
        this.awards = awards;
        this.residents = residents;
        this.links = links;
        this.letters = letters;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// To each whose it is; without any where there is no such proposal.
    ///
    /// @param prize one for proposers
    public Flux<Award> toProposers(StaffMember by, Round round, int proposal, Prize prize, String reason) {
        return proposals
                .one(round.community(), round.id(), proposal)
                .flatMapMany(it -> toProposers(Optional.of(by), round, it, prize, reason));
    }

    /// To whoever staff names.
    ///
    /// @param named  without a time; its id made it unlike any other attempt
    /// @param resident is told; empty: staff hands over the certificate
    public Mono<Award> to(StaffMember by, Round round, Award named, String resident) {
        return residents
                .addresses(round.community(), resident)
                .next()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(to -> given(Optional.of(by), round, List.of(new Won(named, to)), "")
                        .single());
    }

    /// A merged proposal belongs to several: each wins once, all together.
    ///
    /// @param by empty: a rule
    Flux<Award> toProposers(Optional<StaffMember> by, Round round, Proposal it, Prize prize, String reason) {
        return winners.of(it)
                .index((nth, winner) -> new Won(
                        new Award(
                                round.community(),
                                nth == 0 ? id(round, it.number(), prize) : id(round, it.number(), prize, winner.who()),
                                round.id(),
                                it.number(),
                                prize,
                                winner.name(),
                                reason,
                                by.map(StaffMember::name).orElse(""),
                                clock.instant()),
                        winner.to()))
                .collectList()
                .flatMapMany(all -> given(by, round, all, letters.line(it)));
    }

    private Flux<Award> given(Optional<StaffMember> by, Round round, List<Won> all, String proposal) {
        return Flux.fromIterable(all)
                .concatMap(it -> given(round, it, proposal))
                .concatWith(noted(by, round, all))
                .collectList()
                .flatMap(effects::commit)
                .thenMany(Flux.fromIterable(all).map(Won::award));
    }

    /// What was given before is not noted again, nor what a rule gives.
    private Mono<Noted> noted(Optional<StaffMember> by, Round round, List<Won> all) {
        return Mono.justOrEmpty(by)
                .flatMap(member -> awards.of(round)
                        .map(Award::id)
                        .collectList()
                        .filter(before -> all.stream()
                                .anyMatch(it -> !before.contains(it.award().id())))
                        .map(_ -> round.noted(member, "prize given", clock.instant())));
    }

    private Flux<Effect> given(Round round, Won it, String proposal) {
        var award = it.award();
        var given = new AwardGiven(award, it.to().map(Address::text).orElse(""));
        return links.link(round.community(), award.id())
                .flatMapMany(link -> Flux.concat(
                        Mono.just(given),
                        Mono.justOrEmpty(it.to()).map(address -> letter(round, award, address, proposal, link))));
    }

    private Letter letter(Round round, Award award, Address to, String proposal, String link) {
        var facts = letters.facts(round);
        facts.put("prize", words.say("prizes." + award.prize()));
        facts.put("proposal", proposal);
        facts.put("reason", award.reason());
        facts.put("certificate", link);
        return new Letter(round.community(), "prize-won/" + award.id(), to, "prize-won", facts);
    }

    /// The same prize for the same has the same id, so that it is given once.
    static UUID id(Round round, int proposal, Prize prize) {
        return id("%s|%d|%s".formatted(round.id(), proposal, prize));
    }

    private static UUID id(Round round, int proposal, Prize prize, String another) {
        return id("%s|%d|%s|%s".formatted(round.id(), proposal, prize, another));
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    }
}

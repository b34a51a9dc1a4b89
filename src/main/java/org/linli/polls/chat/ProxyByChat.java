package org.linli.polls.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.community.Resident;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.PollLetters;
import org.linli.polls.paper.AnswerMandate;
import org.linli.polls.paper.Decided;
import org.linli.polls.paper.Decided.Outcome;
import org.linli.polls.paper.OfferMandate;
import org.linli.understanding.Intent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// "委托李阿姨替我投票": the voter names and confirms, the agent accepts, and it can be taken back until it was used. In
/// private, for votes whose register is settled.
@Component
class ProxyByChat implements Skill {

    private static final Intent PROXY = new Intent("poll.proxy");

    private final OpenHere here;
    private final FindAgent agents;
    private final OfferMandate offer;
    private final AnswerMandate answers;
    private final ProxyPlaces places;
    private final PollLetters letters;
    private final TellWhyNot whyNot;

    ProxyByChat(
            OpenHere here,
            FindAgent agents,
            OfferMandate offer,
            AnswerMandate answers,
            ProxyPlaces places,
            PollLetters letters,
            TellWhyNot whyNot) {
        this.here = here;
        this.agents = agents;
        this.offer = offer;
        this.answers = answers;
        this.places = places;
        this.letters = letters;
        this.whyNot = whyNot;
    }

    @Override
    public String id() {
        return "vote-by-proxy";
    }

    @Override
    public boolean serves(Intent intent) {
        return intent.equals(PROXY);
    }

    @Override
    public Optional<Intent> recognises(Speaker speaker, String said) {
        return speaker.group() == null && ProxyWords.wish(said).isPresent() ? Optional.of(PROXY) : Optional.empty();
    }

    @Override
    public Mono<Answer> perform(Request request) {
        var resident = request.speaker().resident();
        return here.open(request.speaker())
                .map(open -> open.stream()
                        .filter(it -> it.electorate().frozen() && isMeant(it, request.text()))
                        .toList())
                .flatMap(open -> {
                    if (open.size() != 1) {
                        return Mono.just(Answer.saying(open.isEmpty() ? "proxy-none" : "poll-which", listed(open)));
                    }
                    return resident == null
                            ? Mono.just(Answer.saying("poll-unknown", letters.facts(open.getFirst())))
                            : act(open.getFirst(), resident, request);
                });
    }

    private static boolean isMeant(Poll poll, String said) {
        var named = CastWords.poll(said);
        return named.isEmpty() || named.getAsInt() == poll.number();
    }

    private static Map<String, String> listed(List<Poll> open) {
        return Map.of(
                "polls",
                String.join(
                        "\n",
                        open.stream()
                                .map(it -> "#%d %s".formatted(it.number(), it.question()))
                                .toList()),
                "which",
                open.isEmpty() ? "" : "#" + open.getFirst().number());
    }

    private Mono<Answer> act(Poll poll, Resident resident, Request request) {
        var wish = ProxyWords.wish(request.text()).orElse(ProxyWords.Wish.NAME);
        return switch (wish) {
            case ACCEPT, REFUSE ->
                answers.answer(
                                poll,
                                resident,
                                wish == ProxyWords.Wish.ACCEPT,
                                request.speaker().address())
                        .map(it -> told(poll, it, "", ""));
            case NAME, CONFIRM, REVOKE ->
                here.voter(poll, request.speaker())
                        .flatMap(found -> found instanceof Voter voter
                                ? act(poll, voter, resident, wish, request)
                                : whyNot.told(poll, request.speaker()));
        };
    }

    private Mono<Answer> act(Poll poll, Voter voter, Resident resident, ProxyWords.Wish wish, Request request) {
        return switch (wish) {
            case CONFIRM ->
                places.of(poll, voter)
                        .flatMap(where -> offer.confirm(poll, voter, where))
                        .map(it -> told(poll, it, "", ""));
            case REVOKE -> offer.revoke(poll, voter, resident).map(it -> told(poll, it, "", ""));
            default -> named(poll, voter, resident, request);
        };
    }

    private Mono<Answer> named(Poll poll, Voter voter, Resident principal, Request request) {
        String name = ProxyWords.named(request.text());
        return agents.named(poll, name, request.place()).flatMap(found -> {
            if (found.size() != 1) {
                var facts = new HashMap<>(letters.facts(poll));
                facts.put("name", name);
                return Mono.just(Answer.saying(found.isEmpty() ? "proxy-nobody" : "proxy-several", facts));
            }
            return offer.name(poll, voter, principal, request.speaker().address(), found.getFirst())
                    .flatMap(it -> places.building(poll, found.getFirst()).map(at -> told(poll, it, name, at)));
        });
    }

    private Answer told(Poll poll, Decided it, String name, String where) {
        var facts = new HashMap<>(letters.facts(poll));
        facts.put("outcome", it.outcome().name());
        facts.put("name", name);
        facts.put("where", where);
        // the agent's own letter has the link
        String template = it.outcome() == Outcome.ACCEPTED ? "" : "proxy-said";
        return new Answer(template, facts, it.effects());
    }
}

package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.keys.Scope;
import org.linli.platform.words.Masked;
import org.linli.polls.prizes.Award;
import org.linli.polls.prizes.Awards;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
import org.linli.polls.works.Milestone;
import org.linli.polls.works.MilestonePictures;
import org.linli.polls.works.MilestonePictures.Named;
import org.linli.polls.works.Milestones;
import org.linli.polls.works.Payment;
import org.linli.polls.works.Payments;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What carrying out the projects of a round has come to, and who won its prizes: as much as its public page tells.
@RestController
class WorksEndpoint {

    private final AnswerCalls calls;
    private final FindRounds rounds;
    private final Payments payments;
    private final Milestones milestones;
    private final MilestonePictures pictures;
    private final Awards awards;

    WorksEndpoint(
            AnswerCalls calls,
            FindRounds rounds,
            Payments payments,
            Milestones milestones,
            MilestonePictures pictures,
            Awards awards) {
        this.calls = calls;
        this.rounds = rounds;
        this.payments = payments;
        this.milestones = milestones;
        this.pictures = pictures;
        this.awards = awards;
    }

    /// Money, milestones and their pictures, by the number of the proposal.
    @GetMapping("/api/v1/rounds/{number}/works")
    Mono<ResponseEntity<String>> works(@PathVariable String number, ServerHttpRequest request) {
        return read(
                number,
                request,
                round -> Mono.zip(
                                payments.of(round).map(WorksEndpoint::json).collectList(),
                                milestones.of(round).collectList(),
                                pictures.of(round).collectList())
                        .map(it -> Map.of("payments", it.getT1(), "milestones", json(round, it.getT2(), it.getT3()))));
    }

    /// Proposers are not named.
    @GetMapping("/api/v1/rounds/{number}/prizes")
    Mono<ResponseEntity<String>> prizes(@PathVariable String number, ServerHttpRequest request) {
        return read(
                number,
                request,
                round -> awards.of(round).map(WorksEndpoint::json).collectList().map(Page::whole));
    }

    private Mono<ResponseEntity<String>> read(
            String number, ServerHttpRequest request, Function<Round, Mono<? extends Object>> work) {
        return calls.read(
                Scope.POLLS_READ,
                request,
                client -> PollsEndpoint.number(number)
                        .flatMap(it -> rounds.numbered(client.community(), it))
                        .flatMap(work::apply));
    }

    private static Map<String, Object> json(Payments.Line line) {
        Payment it = line.it();
        var json = new LinkedHashMap<String, Object>();
        json.put("proposal", line.proposal());
        json.put("source", Words.of(it.source()));
        json.put("yuan", Payment.yuan(it.fen()));
        json.put("payer", Masked.words(it.payer()));
        json.put("receipt", it.receipt());
        return json;
    }

    private static List<Map<String, @Nullable Object>> json(Round round, List<Milestone> due, List<Named> shown) {
        return due.stream()
                .map(it -> json(
                        it,
                        shown.stream()
                                .filter(picture ->
                                        picture.proposal() == it.proposal() && picture.milestone() == it.number())
                                .map(picture -> address(round, picture))
                                .toList()))
                .toList();
    }

    /// Where everybody sees it.
    private static String address(Round round, Named picture) {
        return "/polls/%s/round/%d/pictures/%s".formatted(round.community().value(), round.number(), picture.id());
    }

    private static Map<String, @Nullable Object> json(Milestone it, List<String> pictures) {
        var done = it.doneOn();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("proposal", it.proposal());
        json.put("number", it.number());
        json.put("title", Masked.words(it.title()));
        json.put("due_on", it.dueOn().toString());
        json.put("done_on", done == null ? null : done.toString());
        json.put("pictures", pictures);
        return json;
    }

    private static Map<String, Object> json(Award it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("prize", Words.of(it.prize()));
        json.put("proposal", it.proposal());
        json.put("winner", it.prize().isForProposer() ? "" : Masked.words(it.winner()));
        json.put("reason", Masked.words(it.reason()));
        json.put("at", it.at().toString());
        return json;
    }
}

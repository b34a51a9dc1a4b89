package org.linli.polls.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.platform.database.CommunityId;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.log.Entry;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.log.TreeHead;
import org.linli.polls.logbook.Ledgers;
import org.linli.polls.logbook.Log;
import org.linli.polls.logbook.Logbook;
import org.linli.polls.proofs.CheckReceipt;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// The log of a secret vote, for everybody: signed heads, that each continues the one before, and whether the ballot of
/// a receipt is in it. Neither who voted nor what.
@Controller
class LogPage {

    private record Found(Poll poll, Log log) {}

    private final FindPolls polls;
    private final Logbook logs;
    private final Ledgers ledgers;
    private final CheckReceipt receipts;

    LogPage(FindPolls polls, Logbook logs, Ledgers ledgers, CheckReceipt receipts) {
        this.polls = polls;
        this.logs = logs;
        this.ledgers = ledgers;
        this.receipts = receipts;
    }

    @GetMapping("/polls/{community}/{number:\\d{1,6}}/log")
    Mono<String> page(
            @PathVariable String community,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        return found(community, number)
                .flatMap(it -> Mono.zip(
                        answer(it.poll(), code).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        ledgers.latest(it.poll().community(), it.poll().id()).hasElement(),
                        (answer, published) ->
                                LogView.of(it.poll(), it.log(), code.strip(), answer.orElse(null), published)))
                .doOnNext(it -> model.addAttribute("it", it))
                .thenReturn("polls/log");
    }

    /// Every entry, a line each, as ledgers write them.
    @GetMapping(value = "/polls/{community}/{number:\\d{1,6}}/log.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    Mono<String> entries(@PathVariable String community, @PathVariable int number) {
        return found(community, number)
                .map(it -> it.log().entries().stream().map(Entry::line).collect(Collectors.joining("\n", "", "\n")));
    }

    /// Every signed state, the earliest first, as it is told to groups: to be fetched by whoever watches by program.
    @GetMapping(value = "/polls/{community}/{number:\\d{1,6}}/heads.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    Mono<String> heads(@PathVariable String community, @PathVariable int number) {
        return found(community, number)
                .map(it -> it.log().heads().stream().map(TreeHead.Signed::note).collect(Collectors.joining("\n")));
    }

    /// What was published after the count.
    @GetMapping("/polls/{community}/{number:\\d{1,6}}/ledger")
    Mono<ResponseEntity<String>> ledger(@PathVariable String community, @PathVariable int number) {
        return polls.numbered(new CommunityId(community), number)
                .flatMap(it -> ledgers.latest(it.community(), it.id()))
                .map(it -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(it.name() + ".ledger"))
                        .body(it.file()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private Mono<LogView.Answer> answer(Poll poll, String code) {
        return Mono.justOrEmpty(ReceiptCode.read(code))
                .flatMap(it -> receipts.check(poll.community(), it))
                .filter(it -> it.poll().id().equals(poll.id()))
                .map(LogView.Answer::of);
    }

    private Mono<Found> found(String community, int number) {
        return polls.numbered(new CommunityId(community), number)
                .flatMap(poll -> logs.of(poll.community(), poll.id()).map(log -> new Found(poll, log)))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}

package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.linli.keys.Scope;
import org.linli.polls.FindPolls;
import org.linli.polls.paper.Register;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who stands in the settled register of a vote, for programs that enter what comes on paper.
@RestController
class RegisterEndpoint {

    private static final int PAGE = 200;

    private final AnswerCalls calls;
    private final FindPolls find;
    private final Register register;

    RegisterEndpoint(AnswerCalls calls, FindPolls find, Register register) {
        this.calls = calls;
        this.find = find;
        this.register = register;
    }

    /// By their homes, without names; and who of them has voted.
    @GetMapping("/api/v1/polls/{number}/register")
    Mono<ResponseEntity<String>> page(
            @PathVariable String number, @RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(Scope.BALLOTS_WRITE, request, client -> {
            var after = After.of(cursor);
            return PollsEndpoint.number(number)
                    .flatMap(it -> find.onPaper(client.community(), it))
                    .flatMap(poll -> register.after(poll, after.place(), after.voter(), PAGE + 1)
                            .collectList())
                    .map(found -> Page.of(found, PAGE, RegisterEndpoint::json, After::text));
        });
    }

    private static Map<String, Object> json(Register.Entry it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("voter", it.voter().id());
        json.put("place", it.voter().place());
        json.put("voted", it.voted());
        json.put("proxy", !it.agent().isEmpty());
        return json;
    }

    /// Where a page of the register ends.
    private record After(String place, String voter) {

        private static final Pattern FORM = Pattern.compile("([^\\p{Cntrl}]*)\n([^\\p{Cntrl}]+)");

        static After of(String cursor) {
            if (cursor.isEmpty()) {
                return new After("", "");
            }
            var said = FORM.matcher(PageCursor.read(cursor));
            if (!said.matches()) {
                throw Refusal.of(Refusal.Type.CURSOR);
            }
            return new After(said.group(1), said.group(2));
        }

        static String text(Register.Entry it) {
            return it.voter().place() + "\n" + it.voter().id();
        }
    }
}

package org.linli.open311;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.cases.Step;
import org.linli.community.Communities;
import org.linli.platform.calling.CallResult;
import org.linli.platform.calling.MakeCalls;
import org.linli.platform.calling.PostCall;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Calls hooks when something happened to a request. A call that does not arrive is made again for three days; then its
/// hook is stopped and shown on the desk.
@Component
class CallHooks implements Job {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Hooks hooks;
    private final PostCall post;
    private final ReadRequests requests;
    private final OpenCommunities open;
    private final Communities communities;
    private final Clock clock;

    CallHooks(
            Hooks hooks,
            PostCall post,
            ReadRequests requests,
            OpenCommunities open,
            Communities communities,
            Clock clock) {
        this.hooks = hooks;
        this.post = post;
        this.requests = requests;
        this.open = open;
        this.communities = communities;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "call-hooks";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration limit() {
        return MakeCalls.LEASE;
    }

    @Override
    public Mono<Integer> round() {
        return hooks.call(this::make);
    }

    private Mono<CallResult> make(DueCall call) {
        return body(call).flatMap(body -> post.post(call.outgoing(), body)).defaultIfEmpty(CallResult.NOT_SHOWN);
    }

    /// Empty where everybody may not see the case.
    private Mono<String> body(DueCall call) {
        return open.isOpen(call.community())
                .filter(is -> is)
                .flatMap(_ -> communities.map(call.community()))
                .flatMap(map -> requests.list(map, only(call.number())))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .map(request -> JSON.writeValueAsString(message(call, request)));
    }

    private Query only(String number) {
        var arguments = new LinkedMultiValueMap<String, String>();
        arguments.add("service_request_id", number);
        return Query.of(arguments, clock.instant());
    }

    private static Map<String, Object> message(DueCall call, ServiceRequest request) {
        var message = new LinkedHashMap<String, Object>();
        message.put(
                "type",
                call.step().equals(Step.Kind.OPENED.name()) ? "service_request.created" : "service_request.updated");
        message.put("timestamp", W3.of(call.at()));
        message.put("jurisdiction_id", call.community().value());
        message.put("data", request);
        return message;
    }
}

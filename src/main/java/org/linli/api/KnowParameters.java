package org.linli.api;

import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Refuses a call with a parameter in its address that it does not know: `?stauts=open` would otherwise list
/// everything.
///
/// What a call knows is what its method declares, see [RequestParam].
@Component
@Order(KnowParameters.BEHIND_SECURITY)
class KnowParameters implements WebFilter {

    static final int BEHIND_SECURITY = 0;

    private static final String CALLS = "/api/v1/";
    private static final int LONGEST = 60;

    private final RequestMappingHandlerMapping calls;
    private final TellProblems problems;
    private final Map<Method, List<String>> known = new ConcurrentHashMap<>();

    KnowParameters(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping calls, TellProblems problems) {
        this.calls = calls;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return !isCall(exchange) || exchange.getRequest().getQueryParams().isEmpty()
                ? chain.filter(exchange)
                : refusal(exchange)
                        .singleOptional()
                        .flatMap(refused ->
                                refused.map(it -> answered(exchange, it)).orElseGet(() -> chain.filter(exchange)));
    }

    /// Empty where it knows them all, or is no call of a program; one that there is not is answered as such.
    private Mono<Refusal> refusal(ServerWebExchange exchange) {
        return calls.getHandler(exchange)
                .onErrorComplete()
                .ofType(HandlerMethod.class)
                .map(method -> known.computeIfAbsent(method.getMethod(), _ -> known(method)))
                .flatMap(its -> Mono.justOrEmpty(exchange.getRequest().getQueryParams().keySet().stream()
                        .filter(it -> !its.contains(it))
                        .findFirst()
                        .map(it -> Refusal.parameter(StringUtils.truncate(it, LONGEST), its))));
    }

    private static boolean isCall(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith(CALLS);
    }

    /// In the order in which they are declared.
    static List<String> known(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .map(KnowParameters::name)
                .toList();
    }

    private static String name(MethodParameter parameter) {
        var said = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return StringUtils.hasText(said.name())
                ? said.name()
                : Objects.requireNonNull(parameter.getParameterName(), "compiled without names of parameters");
    }

    private Mono<Void> answered(ServerWebExchange exchange, Refusal refusal) {
        var problem = problems.answer(refusal).response();
        var response = exchange.getResponse();
        response.setStatusCode(problem.getStatusCode());
        response.getHeaders().putAll(problem.getHeaders());
        byte[] body = Objects.requireNonNullElse(problem.getBody(), "").getBytes(StandardCharsets.UTF_8);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}

package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import io.lettuce.core.RedisCommandTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

@LinliTest
@ExtendWith(OutputCaptureExtension.class)
class TellWhatWentWrongTest {

    private static final RedisCommandTimeoutException SILENCE = new RedisCommandTimeoutException("nothing heard");

    @Autowired
    TellWhatWentWrong tell;

    @Autowired
    MeterRegistry meters;

    @Test
    void aPageTellsThatSomethingIsAwayThoughTheSessionIsAwayToo() {
        var exchange = MockServerWebExchange.builder(
                        MockServerHttpRequest.get("/desk").accept(MediaType.TEXT_HTML))
                .sessionManager(_ -> Mono.error(SILENCE))
                .build();

        completed(tell.handle(exchange, SILENCE));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(Optional.ofNullable(result(exchange.getResponse().getBodyAsString())))
                .hasValueSatisfying(
                        page -> assertThat(page).contains("linli-trouble").doesNotContain("??"));
    }

    @Test
    void whoIsAtTheDeskIsLedBackThere() {
        assertThat(page("/desk/nope")).contains("href=\"/desk\"").doesNotContain("href=\"/\"");
        assertThat(page("/desktop")).contains("href=\"/\"").doesNotContain("href=\"/desk\"");
    }

    @Test
    void aCallThatThereIsNotIsAProblemLikeTheOthers() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/nope"));

        completed(tell.handle(exchange, new ResponseStatusException(HttpStatus.NOT_FOUND)));

        assertThat(exchange.getResponse().getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body(exchange)).contains("\"status\":404", "\"title\":\"Not Found\"", "\"number\":\"");
    }

    @Test
    void whoIsRefusedStandsInTheLogWithoutTheSecretOfTheAddress(CapturedOutput log) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/my/door/lm/only-for-her"));

        completed(tell.handle(exchange, new ResponseStatusException(HttpStatus.FORBIDDEN)));

        assertThat(log).contains("POST a page is refused, from ").doesNotContain("only-for-her");
    }

    @Test
    void whoAsksForWhatIsNotTheirsIsToldOfOnceWithoutWhatItWas(CapturedOutput log) {
        for (String number : List.of("000101", "000102", "000103")) {
            missed("/desk/cases/" + number, "/desk/cases/{number}");
        }
        missed("/desk/nope", "/desk/**");
        missed("/my/door/lm/only-for-her", "/my/door/{community}/{secret}");

        assertThat(log.toString().lines().filter(it -> it.contains("not there or not theirs")))
                .singleElement()
                .asString()
                .contains("GET /desk/cases/{number} asks for", "from ")
                .doesNotContain("000101");
        assertThat(meters.counter("linli.refusals", "kind", "not_there").count())
                .isEqualTo(3);
    }

    private void missed(String path, String pattern) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        exchange.getAttributes()
                .put(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, PathPatternParser.defaultInstance.parse(pattern));
        completed(tell.handle(exchange, new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private String page(String path) {
        var exchange =
                MockServerWebExchange.from(MockServerHttpRequest.get(path).accept(MediaType.TEXT_HTML));
        completed(tell.handle(exchange, new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return body(exchange);
    }

    private static String body(MockServerWebExchange exchange) {
        return Objects.requireNonNull(result(exchange.getResponse().getBodyAsString()));
    }

    @Test
    void theLogKnowsThePageAndNoSecretOfItsAddress(CapturedOutput log) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/my/door/lm/only-for-her"));
        exchange.getAttributes()
                .put(
                        HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                        PathPatternParser.defaultInstance.parse("/my/door/{community}/{secret}"));

        completed(tell.handle(exchange, SILENCE));

        assertThat(log).contains("/my/door/{community}/{secret} failed").doesNotContain("only-for-her");
    }
}

package org.linli.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;

/// Forms with files: Spring takes them apart, and what it throws has to be what [TellWhatWentWrong] calls the caller's
/// fault.
public final class FuzzedParts {

    private FuzzedParts() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        return List.of(
                """
                --x\r
                Content-Disposition: form-data; name="city"\r
                \r
                12345\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.xlsx"\r
                Content-Type: application/octet-stream\r
                \r
                PK\r
                --x--\r
                """.getBytes(UTF_8),
                "--x\r\nContent-Disposition: form-data; name*=UTF-8''%E5\r\n\r\n\r\n--x--".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        var request = MockServerHttpRequest.method(HttpMethod.POST, "/desk/hotline/files")
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=x"))
                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)));
        try {
            new ReadForms()
                    .filter(
                            MockServerWebExchange.from(request),
                            exchange -> exchange.getMultipartData().then())
                    .block();
        } catch (RuntimeException refused) {
            if (MeantStatus.of(refused).is5xxServerError()) {
                throw refused;
            }
        }
    }
}

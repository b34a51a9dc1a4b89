package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

class FieldsOfFormsTest {

    record Form(@Nullable String role, @Nullable String unit) {}

    @Controller
    static class APage {

        @PostMapping("/page")
        ResponseEntity<String> posted(Form form, @RequestParam(defaultValue = "") String lang) {
            return ResponseEntity.ok("%s %s %s".formatted(form.role(), form.unit(), lang));
        }

        @GetMapping("/page")
        ResponseEntity<String> asked(Form form) {
            return ResponseEntity.ok("%s %s".formatted(form.role(), form.unit()));
        }
    }

    @RestController
    static class ACall {

        @PostMapping("/call")
        String called(Form form) {
            return String.valueOf(form.role());
        }
    }

    private final FieldsOfForms fields = new FieldsOfForms();
    private final WebTestClient web = WebTestClient.bindToController(new APage(), new ACall())
            .controllerAdvice(fields)
            .webFilter(fields)
            .build();

    @Test
    void whatTheAddressSaysIsNoField() {
        assertThat(posted("/page?role=ADMIN", "unit=desk")).isEqualTo("null desk ");
        assertThat(posted("/page?role=ADMIN", "")).isEqualTo("null null ");
    }

    @Test
    void whatStandsInBothComesFromTheBody() {
        assertThat(posted("/page?unit=attic&role=ADMIN", "unit=desk&role=UNIT_WORKER"))
                .isEqualTo("UNIT_WORKER desk ");
    }

    @Test
    void whatAHeaderSaysIsNoField() {
        String told = web.post()
                .uri("/page")
                .header("role", "ADMIN")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("unit=desk")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(told).isEqualTo("null desk ");
    }

    @Test
    void whatThePageDeclaresOfItsAddressIsSeen() {
        assertThat(posted("/page?lang=en&role=ADMIN", "unit=desk")).isEqualTo("null desk en");
    }

    @Test
    void pagesThatAreAskedForAndCallsReadTheAddress() {
        web.get().uri("/page?role=x").exchange().expectBody(String.class).isEqualTo("x null");
        assertThat(posted("/call?role=x", "")).isEqualTo("x");
    }

    private @Nullable String posted(String address, String body) {
        return web.post()
                .uri(address)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}

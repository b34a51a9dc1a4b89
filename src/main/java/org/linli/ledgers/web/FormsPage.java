package org.linli.ledgers.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.linli.ledgers.Forms;
import org.linli.ledgers.NoTemplate;
import org.linli.ledgers.Order;
import org.linli.platform.bodies.WholeBody;
import org.linli.web.SignedIn;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Where administrators put the street's forms, which ledgers are filled into.
@Controller
class FormsPage {

    private static final int MOST_NAMED = 10;

    /// What a form hands in.
    record Put(@Nullable String kind, @Nullable FilePart file) {}

    private final SignedIn signedIn;
    private final LedgersPage ledgers;
    private final Forms forms;

    FormsPage(SignedIn signedIn, LedgersPage ledgers, Forms forms) {
        this.signedIn = signedIn;
        this.ledgers = ledgers;
        this.forms = forms;
    }

    /// The form as it counts now, to be changed.
    @GetMapping("/desk/ledgers/forms/{kind}.xlsx")
    Mono<ResponseEntity<byte[]>> form(@PathVariable String kind) {
        return signedIn.administrator()
                .flatMap(member -> forms.file(member.community(), kind(kind)))
                .map(bytes -> Spreadsheet.of(kind + ".xlsx", bytes));
    }

    @PostMapping("/desk/ledgers/forms")
    Mono<String> put(Put put, Model model) {
        var kind = kind(put.kind());
        return signedIn.administrator()
                .flatMap(member -> bytes(put.file())
                        .flatMap(bytes -> forms.put(member, kind, bytes).thenReturn("redirect:/desk/ledgers?said=form"))
                        .onErrorResume(NoTemplate.class, wrong -> refused(wrong, kind, model)))
                .defaultIfEmpty("redirect:/desk/ledgers?said=no-form");
    }

    private Mono<String> refused(NoTemplate wrong, Order.Kind kind, Model model) {
        if (wrong.unknown().isEmpty()) {
            return Mono.just("redirect:/desk/ledgers?said=no-form");
        }
        model.addAttribute("unknown", wrong.unknown().stream().limit(MOST_NAMED).toList());
        model.addAttribute("known", Forms.fields(kind));
        return ledgers.page("", model);
    }

    private static Mono<byte[]> bytes(@Nullable FilePart file) {
        return file == null
                ? Mono.empty()
                : WholeBody.of(file.content(), Forms.MOST_BYTES)
                        .onErrorResume(DataBufferLimitException.class, _ -> Mono.empty());
    }

    private static Order.Kind kind(@Nullable String name) {
        return Arrays.stream(Order.Kind.values())
                .filter(it -> it.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(FormsPage::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

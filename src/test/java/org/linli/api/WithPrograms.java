package org.linli.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// The demo's programs, with keys that its administrator made.
abstract class WithPrograms {

    @Autowired
    WebTestClient web;

    @Autowired
    ApiKeys keys;

    @Autowired
    Communities communities;

    @Autowired
    Document document;

    Program program;

    @BeforeEach
    void aProgramThatMayDoEverything() {
        program = program(EnumSet.allOf(Scope.class), null);
    }

    /// @param unit `null` for one of the whole community
    final Program program(Set<Scope> scopes, @Nullable String unit) {
        return program("chen", scopes, unit);
    }

    /// @param maker of its key
    final Program program(String maker, Set<Scope> scopes, @Nullable String unit) {
        return new Program(web, result(keys.make(member(maker), new ApiKeys.Wanted("街道平台", scopes, unit, null))));
    }

    /// One that may do everything but this.
    final Program without(Scope scope) {
        return program(EnumSet.complementOf(EnumSet.of(scope)), null);
    }

    /// As it stands in a body.
    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// With where it was taken, as telephones write it behind a picture.
    static byte[] png() {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            bytes.writeBytes("taken at home".getBytes(UTF_8));
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    final StaffMember member(String id) {
        return result(communities.map(SignedInAs.LM)).staffMember(id).orElseThrow();
    }

    /// It has what the document says, and nothing else.
    final void fieldsOf(String schema, JsonNode it) {
        assertThat(it.propertyNames())
                .containsExactlyInAnyOrderElementsOf(document.tree()
                        .at("/components/schemas/" + schema + "/properties")
                        .propertyNames());
    }
}

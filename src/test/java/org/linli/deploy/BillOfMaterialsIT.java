package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the program is made of is written down, all of it, and nothing of it may not be used here: see
/// `src/adr/0099-the-bill-is-checked.md`.
@Tag("long")
class BillOfMaterialsIT {

    private static final Path BILL = Path.of("target/bom.json");
    private static final Path JAR = Path.of("target/linli.jar");
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /// Under one of these everything has to be; each lets us hand the program on, also together with what is ours.
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-2.0",
            "Indiana University Extreme! Lab Software License",
            "MIT",
            "MIT-0",
            "Public Domain");

    private static List<JsonNode> components = List.of();

    /// Takes the file apart again for an installation; whoever packs it puts it in.
    private static final String OF_THE_PACKER = "spring-boot-jarmode-tools-";

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(BILL), "target/bom.json is not here: mvn -Psbom package");
        components = JsonMapper.shared()
                .readTree(Files.readAllBytes(BILL))
                .path("components")
                .valueStream()
                .toList();
    }

    @Test
    void everyComponentHasAVersionAChecksumAndALicence() {
        assertThat(components).isNotEmpty().allSatisfy(it -> {
            assertThat(it.path("version").asString("")).as(name(it)).isNotBlank();
            assertThat(it.path("hashes")
                            .valueStream()
                            .map(hash -> hash.path("alg").asString("")))
                    .as(name(it))
                    .contains("SHA-256");
            assertThat(licences(it)).as(name(it)).isNotEmpty();
        });
    }

    @Test
    void everythingMayBeUsedHere() {
        assertThat(components)
                .allSatisfy(it -> assertThat(licences(it)).as(name(it)).containsAnyElementsOf(ALLOWED));
    }

    @Test
    void everyLibraryInsideTheProgramStandsInIt() throws IOException {
        assumeTrue(Files.exists(JAR), "target/linli.jar is not here: mvn package");
        try (var jar = new ZipFile(JAR.toFile())) {
            List<String> files = jar.stream()
                    .map(it -> it.getName())
                    .filter(it -> it.startsWith(LIBRARIES) && it.endsWith(".jar"))
                    .map(it -> it.substring(LIBRARIES.length()))
                    .filter(it -> !it.startsWith(OF_THE_PACKER))
                    .toList();

            assertThat(files).hasSizeGreaterThan(100);
            assertThat(files.stream().filter(file -> components.stream().noneMatch(it -> isIn(file, it))))
                    .isEmpty();
        }
    }

    /// A file for one kind of machine bears its name behind the version.
    private static boolean isIn(String file, JsonNode component) {
        String name = component.path("name").asString("") + "-"
                + component.path("version").asString("");
        return file.equals(name + ".jar") || file.startsWith(name + "-");
    }

    private static String name(JsonNode component) {
        return component.path("purl").asString("");
    }

    private static List<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .flatMap(it -> Stream.of(
                        it.path("expression").asString(""),
                        it.at("/license/id").asString(""),
                        it.at("/license/name").asString("")))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}

package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// What can be said of the files without a cluster; `.ci/run` asks kubectl, systemd, shellcheck and Caddy besides.
class DeployTest {

    private static final Path DEPLOY = Path.of("deploy");

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void everyFileIsYamlWithoutKeysTwice(Path file) throws IOException {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);

        assertThat(new Yaml(strict).loadAll(Files.readString(file))).isNotEmpty();
    }

    @Test
    void everySettingThatFilesNameIsOneOfTheProgram() throws IOException {
        var known = names("LINLI_[A-Z_]+", "deploy/SETTINGS.md");
        known.addAll(names("LINLI_[A-Z_]+", "deploy/README.md"));

        assertThat(names(
                        "LINLI_[A-Z_]+",
                        "deploy/compose.yaml",
                        "deploy/Caddyfile",
                        "deploy/Dockerfile",
                        "deploy/machine/environment.example",
                        "deploy/machine/linli.service",
                        "deploy/kubernetes/base/deployment.yaml",
                        "deploy/kubernetes/example/kustomization.yaml"))
                .isSubsetOf(known);
    }

    @Test
    void secretsThatAServiceUsesAreDeclaredAndNoOthers() throws IOException {
        Map<String, Object> compose = yaml("compose.yaml");
        var used = section(compose, "services").values().stream()
                .flatMap(it -> list(((Map<?, ?>) it).get("secrets")).stream())
                .map(it -> it instanceof Map<?, ?> named ? named.get("source") : it)
                .toList();

        assertThat(used)
                .hasSameElementsAs(List.copyOf(section(compose, "secrets").keySet()));
    }

    @Test
    void everythingThatComposeNamesIsThere() throws IOException {
        Map<String, Object> compose = yaml("compose.yaml");
        var networks = section(compose, "networks").keySet();
        var volumes = section(compose, "volumes").keySet();
        var services = services(compose);

        assertThat(services).isNotEmpty().allSatisfy((name, service) -> {
            assertThat(networks).as(name).containsAll(names(service.get("networks")));
            assertThat(services.keySet()).as(name).containsAll(names(service.get("depends_on")));
            assertThat(list(service.get("volumes"))).as(name).allSatisfy(it -> {
                String source = it.toString().split(":")[0];
                assertThat(
                                source.startsWith("./")
                                        ? Files.exists(DEPLOY.resolve(source))
                                        : source.startsWith("/") || volumes.contains(source))
                        .as(source)
                        .isTrue();
            });
        });
    }

    @Test
    void theReadmeMakesEachSecretOfCompose(@TempDir Path folder) throws Exception {
        String readme = Files.readString(DEPLOY.resolve("README.md"));
        var certificates = Shell.run(Map.of(), List.of("deploy/certificates", folder.toString()));
        assertThat(certificates.status()).as(certificates.said()).isZero();
        assertThat(readme).contains("\n./certificates secrets\n");

        assertThat(section(yaml("compose.yaml"), "secrets").values())
                .extracting(it -> String.valueOf(((Map<?, ?>) it).get("file")).substring(2))
                .allSatisfy(it -> assertThat(Pattern.compile("(> |keys make )" + Pattern.quote(it) + "\\n")
                                        .matcher(readme)
                                        .find()
                                || Files.exists(
                                        folder.resolve(Path.of(it).getFileName().toString())))
                        .as(it)
                        .isTrue());
    }

    /// Whoever sends a key or words openly by mistake notices it, instead of being led to where it works.
    @Test
    void programsThatCallOpenlyAreRefused() throws IOException {
        String proxy = Files.readString(DEPLOY.resolve("Caddyfile"));
        String open = proxy.substring(proxy.indexOf("\nhttp://"));

        assertThat(open)
                .contains("@programs path /api/* /open311/v2/* /webhooks/*")
                .containsSubsequence("handle @programs {", "respond 403", "handle {", "redir https://{host}{uri}");
    }

    /// An ingress would lead them to https before we see them.
    @Test
    void theIngressPassesOnWhatTheProgramRefuses() throws IOException {
        String ingress = Files.readString(DEPLOY.resolve("kubernetes/example/ingress.yaml"));
        String calls = ingress.substring(ingress.indexOf("name: linli-calls"));

        assertThat(calls)
                .contains("nginx.ingress.kubernetes.io/ssl-redirect: \"false\"")
                .contains("{path: /api, ", "{path: /open311/v2, ", "{path: /webhooks, ");
    }

    @Test
    void nobodyOutsideReachesMoreThanTheProxy() throws IOException {
        Map<String, Object> compose = yaml("compose.yaml");
        var services = services(compose);

        assertThat(services.keySet().stream().filter(it -> service(services, it).containsKey("ports")))
                .containsExactly("caddy");
        assertThat(section(section(compose, "networks"), "inside")).containsEntry("internal", true);
        for (String data : List.of("postgres", "redis")) {
            assertThat(list(service(services, data).get("networks"))).as(data).isEqualTo(List.of("inside"));
        }
        assertThat(service(services, "linli").get("read_only")).isEqualTo(true);
        assertThat(list(service(services, "linli").get("cap_drop"))).isEqualTo(List.of("ALL"));
    }

    /// A line that a reader of addresses cannot see through: nobody listens, and the server is the one that was meant.
    @Test
    void everyAddressThatIsWrittenForSomebodyNamesTheAuthorityThatIsHandedIn() throws IOException {
        var program = service(services(yaml("compose.yaml")), "linli");
        String compose = "sslrootcert=/run/secrets/authority.pem";
        assertThat(list(program.get("secrets")))
                .anyMatch(it -> it instanceof Map<?, ?> mounted
                        && Objects.equals(mounted.get("target"), compose.replace("sslrootcert=", "")));
        assertThat(Files.readString(DEPLOY.resolve("README.md")))
                .contains(
                        compose,
                        "@postgres/linli?sslmode=verify-full&$authority\" > secrets/database-url",
                        "\"rediss://:$(cat secrets/redis-password)@redis?$authority\" > secrets/redis-url");

        Path town = DEPLOY.resolve("kubernetes/example");
        String file =
                "sslrootcert=" + found("name: secrets, mountPath: (\\S+),", "deploy/kubernetes/base/deployment.yaml")
                        + "/authority.pem";
        assertThat(Files.readString(town.resolve("kustomization.yaml"))).contains("- secrets/authority.pem\n");
        assertThat(Files.readString(town.resolve("secrets/linli.database-url")))
                .contains("sslmode=verify-full&" + file);
        assertThat(Files.readString(town.resolve("secrets/linli.redis-url"))).contains("rediss://", file);
    }

    @Test
    void whereverItIsInstalledSecretsAreSealedWithKeysFromAFile() throws IOException {
        var program = service(services(yaml("compose.yaml")), "linli");
        Object named = section(program, "environment").get("LINLI_KEYS");

        assertThat(list(program.get("secrets")))
                .anyMatch(it -> it instanceof Map<?, ?> mounted && Objects.equals(mounted.get("target"), named));
        assertThat(found("LINLI_KEYS, value: (\\S+)}", "deploy/kubernetes/base/deployment.yaml"))
                .isEqualTo("/run/secrets/linli/keys.json");
        assertThat(Path.of("deploy/kubernetes/example/secrets/keys.json")).exists();
        assertThat(found("(?m)^LINLI_KEYS=(\\S+)$", "deploy/machine/environment.example"))
                .startsWith("/var/lib/linli/");
    }

    /// A file that is missing would keep the unit from starting.
    @Test
    void eachCredentialOfTheUnitMayBeMissing() throws IOException {
        Set<String> loaded = names("(?m)^LoadCredential=[a-z.-]+:/etc/linli/secrets/", "deploy/machine/linli.service");

        assertThat(loaded)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(names("(?m)^SetCredential=.+", "deploy/machine/linli.service"))
                        .contains(it.replaceAll("LoadCredential=([^:]+):.*", "SetCredential=$1:") + "\\n"));
    }

    @Test
    void theMachineAndTheImageStartTheSameCommand() throws IOException {
        String entry = found("(?m)^ENTRYPOINT \\[(.+)]$", "deploy/Dockerfile").replaceAll("\",? ?|\"", " ");
        String start = found("(?m)^ExecStart=\\S+/(java .+)$", "deploy/machine/linli.service");

        assertThat(entry.strip().split(" +")).containsExactly(start.split(" +"));
    }

    /// systemd and Kubernetes kill what does not end; the program is promised to end within twenty seconds.
    @Test
    void everybodyGivesTheProgramTwentySecondsToEnd() throws IOException {
        assertThat(number("TimeoutStopSec=(\\d+)", "deploy/machine/linli.service"))
                .isGreaterThan(20);
        assertThat(number("stop_grace_period: (\\d+)s", "deploy/compose.yaml")).isGreaterThan(20);
        String pod = "deploy/kubernetes/base/deployment.yaml";
        assertThat(number("terminationGracePeriodSeconds: (\\d+)", pod) - number("sleep: \\{seconds: (\\d+)}", pod))
                .isGreaterThan(20);
    }

    static Stream<Path> yamlFiles() throws IOException {
        try (var files = Files.walk(DEPLOY)) {
            return files.filter(it -> it.toString().endsWith(".yaml")).toList().stream();
        }
    }

    private static Map<String, Object> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(DEPLOY.resolve(file)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services(Map<String, Object> compose) {
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(compose.get("services"));
    }

    private static Map<String, Object> service(Map<String, Map<String, Object>> services, String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    /// As a list, or as the keys of what is said of each.
    private static List<String> names(@Nullable Object value) {
        return value instanceof Map<?, ?> named
                ? named.keySet().stream().map(Object::toString).toList()
                : list(value).stream().map(Object::toString).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> of, String name) {
        return (Map<String, Object>) Objects.requireNonNull(of.get(name), name);
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Set<String> names(String pattern, String... files) throws IOException {
        var names = new TreeSet<String>();
        for (String file : files) {
            Pattern.compile(pattern)
                    .matcher(Files.readString(Path.of(file)))
                    .results()
                    .forEach(it -> names.add(it.group()));
        }
        return names;
    }

    private static int number(String pattern, String file) throws IOException {
        return Integer.parseInt(found(pattern, file));
    }

    private static String found(String pattern, String file) throws IOException {
        var matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return matcher.group(1);
    }
}

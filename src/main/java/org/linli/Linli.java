package org.linli;

import org.linli.audit.AuditCommand;
import org.linli.channels.wecom.archive.ArchiveCommand;
import org.linli.community.ImportCommand;
import org.linli.platform.secrets.KeysCommand;
import org.linli.polls.PollsCommand;
import org.linli.understanding.IntentsCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

// each module names its own classes: `cases.Pictures` and `channels.webchat.Pictures` are two beans
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Linli {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("intents")) {
            System.exit(IntentsCommand.run(args));
        }
        if (args.length > 0 && args[0].equals("archive")) {
            System.exit(ArchiveCommand.run(args));
        }
        if (args.length > 0 && args[0].equals("audit")) {
            System.exit(AuditCommand.run(args));
        }
        if (args.length > 0 && args[0].equals("polls")) {
            System.exit(PollsCommand.run(args));
        }
        KeysCommand.make(args).ifPresent(System::exit);
        var start = SpringApplication.run(Linli.class, KeysCommand.asOptions(ImportCommand.asOptions(args)));
        if (ImportCommand.isMeant(args) || KeysCommand.isMeant(args)) {
            System.exit(SpringApplication.exit(start));
        }
    }
}

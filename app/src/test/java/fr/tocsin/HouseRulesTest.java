package fr.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The conventions that hold the house together, as tests instead of memos.
class HouseRulesTest {

    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("fr.tocsin");

    @Test
    void modulesUseEachOtherOnlyAsDeclared() {
        ApplicationModules.of(Tocsin.class).verify();
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked =
                CLASSES.stream()
                        .map(type -> type.getPackage())
                        .filter(pack -> pack.getName().startsWith("fr.tocsin"))
                        .filter(pack ->
                                pack.tryGetPackageInfo()
                                        .flatMap(info ->
                                                info.tryGetAnnotationOfType(NullMarked.class))
                                        .isEmpty())
                        .map(pack -> pack.getName())
                        .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noTypeHidesBehindAnEmptyName() {
        var vague =
                CLASSES.stream()
                        .filter(type ->
                                type.getSimpleName()
                                        .matches(
                                                ".*(Manager|Helper|Util|Utils|Impl|Processor|Info|Data|DTO)"))
                        .map(type -> type.getName())
                        .toList();
        assertThat(vague).isEmpty();
    }
}

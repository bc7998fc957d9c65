package org.ratchet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the library and the one direction between them. */
@AnalyzeClasses(packages = "org.ratchet", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule eachRoomKnowsOnlyThoseBeforeIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("org.ratchet..")
          .layer("text")
          .definedBy("org.ratchet.text")
          .layer("source")
          .definedBy("org.ratchet.source")
          .layer("formats")
          .definedBy("org.ratchet.source.*")
          .layer("clause")
          .definedBy("org.ratchet.clause")
          .layer("document")
          .definedBy("org.ratchet.document")
          .layer("amend")
          .definedBy("org.ratchet.amend")
          .layer("diff")
          .definedBy("org.ratchet.diff")
          .layer("meaning")
          .definedBy("org.ratchet.meaning")
          .layer("facade")
          .definedBy("org.ratchet")
          .layer("report")
          .definedBy("org.ratchet.report")
          .whereLayer("report")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("facade")
          .mayOnlyBeAccessedByLayers("report")
          .whereLayer("meaning")
          .mayOnlyBeAccessedByLayers("facade", "report")
          .whereLayer("diff")
          .mayOnlyBeAccessedByLayers("meaning", "facade", "report")
          .whereLayer("amend")
          .mayOnlyBeAccessedByLayers("diff", "meaning", "facade", "report")
          .whereLayer("document")
          .mayOnlyBeAccessedByLayers("amend", "diff", "meaning", "facade", "report")
          .whereLayer("clause")
          .mayOnlyBeAccessedByLayers("document", "amend", "diff", "meaning", "facade", "report")
          .whereLayer("source")
          .mayOnlyBeAccessedByLayers("formats", "document", "amend", "facade", "report")
          .whereLayer("formats")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule noRoomIsPartOfACycle =
      slices().matching("org.ratchet.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule signaturesShowNoTypesOfOtherLibraries =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("org.ratchet.source.*")
          .should(new NoForeignTypes());

  @ArchTest
  static final ArchRule aFormatShowsItsReaderOnly =
      classes()
          .that()
          .resideInAPackage("org.ratchet.source.*")
          .and()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .beAssignableTo("org.ratchet.source.SourceReader");
}

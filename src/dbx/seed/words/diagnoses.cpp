// Common diagnoses with their ICD-10 category and chapter. Hand-picked.
#include <array>

#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

constexpr std::array kDiagnoses = std::to_array<Diagnosis>({
    {"I10", "Essential hypertension", "Circulatory"},
    {"E11", "Type 2 diabetes mellitus", "Endocrine"},
    {"J45", "Asthma", "Respiratory"},
    {"J18", "Pneumonia", "Respiratory"},
    {"J10", "Influenza", "Respiratory"},
    {"J44", "Chronic obstructive pulmonary disease", "Respiratory"},
    {"J06", "Upper respiratory infection", "Respiratory"},
    {"J20", "Acute bronchitis", "Respiratory"},
    {"I21", "Acute myocardial infarction", "Circulatory"},
    {"I48", "Atrial fibrillation", "Circulatory"},
    {"I50", "Heart failure", "Circulatory"},
    {"I63", "Cerebral infarction", "Circulatory"},
    {"I25", "Chronic ischaemic heart disease", "Circulatory"},
    {"I83", "Varicose veins of the legs", "Circulatory"},
    {"S52", "Fracture of the forearm", "Injury"},
    {"S72", "Fracture of the femur", "Injury"},
    {"S82", "Fracture of the lower leg", "Injury"},
    {"S06", "Intracranial injury", "Injury"},
    {"S93", "Sprain of the ankle", "Injury"},
    {"T14", "Injury of unspecified region", "Injury"},
    {"K35", "Acute appendicitis", "Digestive"},
    {"K80", "Gallstones", "Digestive"},
    {"K40", "Inguinal hernia", "Digestive"},
    {"K29", "Gastritis", "Digestive"},
    {"K21", "Gastro-oesophageal reflux", "Digestive"},
    {"K57", "Diverticular disease", "Digestive"},
    {"C50", "Malignant neoplasm of the breast", "Neoplasms"},
    {"C34", "Malignant neoplasm of the lung", "Neoplasms"},
    {"C61", "Malignant neoplasm of the prostate", "Neoplasms"},
    {"C18", "Malignant neoplasm of the colon", "Neoplasms"},
    {"E78", "Disorders of lipid metabolism", "Endocrine"},
    {"E03", "Hypothyroidism", "Endocrine"},
    {"G43", "Migraine", "Nervous system"},
    {"G40", "Epilepsy", "Nervous system"},
    {"M54", "Back pain", "Musculoskeletal"},
    {"M17", "Arthrosis of the knee", "Musculoskeletal"},
    {"M16", "Arthrosis of the hip", "Musculoskeletal"},
    {"N39", "Urinary tract infection", "Genitourinary"},
    {"N20", "Kidney stones", "Genitourinary"},
    {"F32", "Depressive episode", "Mental"},
    {"F41", "Anxiety disorder", "Mental"},
    {"O80", "Normal delivery", "Pregnancy"},
    {"Z00", "General examination", "Health services"},
    {"H25", "Senile cataract", "Eye"},
});

}  // namespace

std::span<const Diagnosis> diagnoses() { return kDiagnoses; }

}  // namespace dbx::seed
